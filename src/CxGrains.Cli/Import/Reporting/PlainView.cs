namespace CxGrains.Cli.Import.Reporting;

/// <summary>A line every few seconds, for logs and pipes.</summary>
/// <param name="error">Where to.</param>
/// <param name="time">The clock.</param>
/// <param name="unit">What is counted.</param>
internal sealed class PlainView(TextWriter error, TimeProvider time, string unit = "lines") : IImportView
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(3);

    private readonly TextWriter _error = TextWriter.Synchronized(error);
    private long _last = time.GetTimestamp();

    /// <inheritdoc/>
    public Task RunAsync(Func<Task> work) => work();

    /// <inheritdoc/>
    public void Report(long lines, long rejected, double share)
    {
        if (time.GetElapsedTime(_last) >= Every)
        {
            _last = time.GetTimestamp();
            Say($"{lines:N0} {unit}, {share:P0}{(rejected > 0 ? $", {rejected:N0} rejected" : "")}");
        }
    }

    /// <inheritdoc/>
    public void Say(string message) => _error.WriteLine(message);
}
