using System.Security.Cryptography;
using System.Text;

namespace CxGrains.Cli.Import.Resuming;

/// <summary>Names a job, so that one job's progress is never taken for another's.</summary>
internal static class JobHash
{
    /// <summary>The SHA-256 of a file's content, lower-case hex.</summary>
    public static async Task<string> OfContentAsync(Stream stream, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));

    /// <summary>The job's hash: content, mapping, address and key. The key is in it because it says which workspace.</summary>
    public static string Of(string contentHash, ImportOptions options)
    {
        var text = new StringBuilder();
        void Add(string name, object? value) => text.Append(name).Append('=').Append(value).Append('\0');

        Add("content", contentHash);
        Add("url", options.Url);
        Add("key", options.Key);
        Add("live", options.IsLive);
        Add("format", options.Format);
        Add("delimiter", options.Delimiter);
        Add("header", options.HasHeader);
        Add("columns", options.Columns is null ? null : string.Join('\u0001', options.Columns));
        Add("tag", options.IdTag);
        Add("rest", options.Map.Rest);
        Add("instants", options.Map.Instants.Form);
        foreach (var pair in options.Map.Columns)
        {
            Add("map." + pair.Target, pair.Source);
        }

        foreach (var pair in options.Map.Constants)
        {
            Add("set." + pair.Target, pair.Source);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
