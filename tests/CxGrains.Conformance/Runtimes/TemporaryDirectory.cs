namespace CxGrains.Conformance.Runtimes;

/// <summary>A directory of its own for each test, deleted with it.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cxgrains-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
