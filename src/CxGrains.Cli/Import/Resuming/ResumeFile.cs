using System.Text.Json;

namespace CxGrains.Cli.Import.Resuming;

/// <summary>The small file that lets an import go on where it stopped.</summary>
/// <param name="path">Where it is.</param>
internal sealed class ResumeFile(string path)
{
    private const string Extension = ".cx-resume";

    /// <summary>Where it is.</summary>
    public string Path { get; } = path;

    /// <summary>
    /// The resume file of an import: in <paramref name="directory"/> where one is stated, else beside the file,
    /// else, where that directory cannot be written, in the user's local application data.
    /// </summary>
    /// <param name="file">The file to import.</param>
    /// <param name="directory">The directory the user stated; null for none.</param>
    /// <param name="say">Told where it goes, when that is not beside the file.</param>
    public static ResumeFile Locate(string file, string? directory, Action<string> say)
    {
        var full = System.IO.Path.GetFullPath(file);
        var name = System.IO.Path.GetFileName(full) + Extension;
        if (directory is not null)
        {
            Directory.CreateDirectory(directory);
            return new ResumeFile(System.IO.Path.Combine(directory, name));
        }

        var beside = System.IO.Path.GetDirectoryName(full)!;
        if (CanWrite(beside))
        {
            return new ResumeFile(full + Extension);
        }

        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        var fallback = System.IO.Path.Combine(local, "cxgrains", "import");
        Directory.CreateDirectory(fallback);
        say($"{beside} cannot be written; the resume file goes to {fallback}");
        return new ResumeFile(System.IO.Path.Combine(fallback, name));
    }

    /// <summary>What an earlier run of the same job left; null where there is nothing of it.</summary>
    public ResumeState? Load(string job)
    {
        if (!File.Exists(Path))
        {
            return null;
        }

        try
        {
            var state = JsonSerializer.Deserialize<ResumeState>(File.ReadAllBytes(Path));
            return state?.Job == job ? state : null;
        }
        catch (JsonException)
        {
            // Not ours, or cut off by a full disk: beginning anew is always right, as ids make it harmless.
            return null;
        }
    }

    /// <summary>Writes the state so that a crash leaves either the old or the new one.</summary>
    public void Save(ResumeState state)
    {
        var fresh = Path + ".new";
        File.WriteAllBytes(fresh, JsonSerializer.SerializeToUtf8Bytes(state));
        File.Move(fresh, Path, overwrite: true);
    }

    /// <summary>Removes it: the import is done.</summary>
    public void Remove() => File.Delete(Path);

    private static bool CanWrite(string directory)
    {
        try
        {
            var probe = System.IO.Path.Combine(directory, $".cx-probe-{Guid.NewGuid():N}");
            using (File.Create(probe, 1, FileOptions.DeleteOnClose))
            {
                return true;
            }
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
        {
            // The question was whether this fails.
            return false;
        }
    }
}
