namespace CxGrains.LoadGenerator;

/// <summary>Where a run finds and leaves things. No report names them: they differ from machine to machine.</summary>
/// <param name="Host">The program to measure, <c>CxGrains.Host.dll</c>, built in Release.</param>
/// <param name="Results">The directory that the report is written to.</param>
/// <param name="Work">The directory below which data lies during the run; its file system is part of what is measured.</param>
internal sealed record LoadPaths(string Host, string Results, string Work);
