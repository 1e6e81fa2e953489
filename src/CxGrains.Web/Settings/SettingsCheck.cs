using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Settings;

/// <summary>
/// Looks at a program's configuration before anything is made of it: a key that is misspelt would be passed over in silence, and a value
/// that cannot be read would end the start far from its cause.
/// </summary>
public static class SettingsCheck
{
    // As many names as one reads at a glance.
    private const int NearestCount = 3;

    /// <summary>Checks one section.</summary>
    /// <typeparam name="T">The options it is bound to.</typeparam>
    /// <param name="configuration">The configuration.</param>
    /// <param name="section">The section's name.</param>
    /// <exception cref="OptionsValidationException">A key is none of the options', or its value not of the option's type.</exception>
    public static void ThrowIfWrong<T>(IConfiguration configuration, string section)
    {
        var known = typeof(T).GetProperties().Where(property => property.CanWrite).ToDictionary(property => property.Name, property => property.PropertyType, StringComparer.OrdinalIgnoreCase);
        foreach (var setting in configuration.GetSection(section).GetChildren())
        {
            if (!known.TryGetValue(setting.Key, out var type))
            {
                throw Wrong<T>(setting, $"is no setting of this program; the nearest are {string.Join(", ", NearestTo(setting.Key, known.Keys))}");
            }

            try
            {
                setting.Get(type);
            }
            catch (InvalidOperationException)
            {
                throw Wrong<T>(setting, $"is '{setting.Value}', and must be {FormOf(type)}");
            }
        }
    }

    /// <summary>The names that are fewest changes of a letter away from one.</summary>
    internal static IEnumerable<string> NearestTo(string name, IEnumerable<string> names) =>
        names.OrderBy(other => Changes(name.ToUpperInvariant(), other.ToUpperInvariant())).ThenBy(other => other, StringComparer.Ordinal).Take(NearestCount);

    private static OptionsValidationException Wrong<T>(IConfigurationSection setting, string why) => new(setting.Key, typeof(T), [$"{setting.Path} {why}"]);

    private static string FormOf(Type type) =>
        type == typeof(bool) ? "true or false" : type == typeof(TimeSpan) ? "a time such as 00:00:01" : "a whole number that is not too large";

    // Levenshtein's distance: letters to add, leave out or replace.
    private static int Changes(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (var i = 0; i < from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var replaced = diagonal + (from[i] == to[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(diagonal, row[j]) + 1);
            }
        }

        return row[^1];
    }
}
