namespace CxGrains.LoadGenerator;

/// <summary>A new directory for data that is removed in the end.</summary>
internal sealed class WorkFolder : IDisposable
{
    private WorkFolder(string path) => FullPath = path;

    /// <summary>Where it is.</summary>
    public string FullPath { get; }

    /// <summary>Makes one below another directory.</summary>
    public static WorkFolder Create(string parent) =>
        new(Directory.CreateDirectory(Path.Combine(parent, $"cx-load-{Guid.NewGuid():N}")).FullName);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
