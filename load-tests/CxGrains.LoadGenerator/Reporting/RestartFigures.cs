namespace CxGrains.LoadGenerator.Reporting;

/// <summary>How the Host came back.</summary>
/// <param name="Customers">Customers it holds.</param>
/// <param name="StopSeconds">From SIGTERM until it had ended.</param>
/// <param name="StopExitCode">The exit code then; another than 0 says that it was cut short and saved less than it meant to.</param>
/// <param name="ReadySeconds">From its start after that until it was ready.</param>
/// <param name="KilledEvents">Interactions accepted right before it was killed.</param>
/// <param name="ReadyAfterKillSeconds">From its start after the kill until it was ready, what the log held replayed.</param>
internal sealed record RestartFigures(int Customers, double StopSeconds, int StopExitCode, double ReadySeconds, long KilledEvents, double ReadyAfterKillSeconds);
