namespace CxGrains.Cli;

/// <summary>A command that shows examples below its help.</summary>
internal interface ICommandWithExamples
{
    /// <summary>The examples with their heading, as shown.</summary>
    string Examples { get; }
}
