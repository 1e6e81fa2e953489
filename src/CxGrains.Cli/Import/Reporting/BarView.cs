using Spectre.Console;

namespace CxGrains.Cli.Import.Reporting;

/// <summary>A progress bar in a terminal; messages scroll by above it.</summary>
/// <param name="error">The terminal.</param>
/// <param name="unit">What is counted.</param>
internal sealed class BarView(TextWriter error, string unit = "lines") : IImportView
{
    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
    private ProgressTask? _bar;

    /// <inheritdoc/>
    public Task RunAsync(Func<Task> work) => _console.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async context =>
        {
            _bar = context.AddTask("reading", maxValue: 1);
            await work();
        });

    /// <inheritdoc/>
    public void Report(long lines, long rejected, double share)
    {
        if (_bar is { } bar)
        {
            bar.Value = share;
            bar.Description = $"{lines:N0} {unit}{(rejected > 0 ? $", {rejected:N0} rejected" : "")}";
        }
    }

    /// <inheritdoc/>
    public void Say(string message) => _console.WriteLine(message);
}
