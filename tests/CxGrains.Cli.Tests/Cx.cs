namespace CxGrains.Cli.Tests;

/// <summary>Runs command lines in this process, in a directory of their own.</summary>
internal sealed class Cx : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("cx-tests-").FullName;

    public JumpingTime Time { get; } = new();

    public Dictionary<string, string> Environment { get; } = new() { ["CX_KEY"] = IngestServer.Key };

    public string PathOf(string name) => Path.Combine(_directory, name);

    public string Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    public async Task<CxResult> RunAsync(IEnumerable<string> args, CancellationToken cancellationToken = default)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var console = new CliConsole { Out = output, Error = error, Time = Time, Environment = Environment.GetValueOrDefault };
        var code = await CxCommand.RunAsync([.. args], console, cancellationToken);
        return new CxResult(code, output.ToString(), error.ToString());
    }

    public Task<CxResult> RunAsync(params string[] args) => RunAsync(args, CancellationToken.None);

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
