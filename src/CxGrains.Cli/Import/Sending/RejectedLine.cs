namespace CxGrains.Cli.Import.Sending;

/// <summary>A line the server did not take.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Problem">Field, problem and limit in one sentence.</param>
internal readonly record struct RejectedLine(int Index, string Problem);
