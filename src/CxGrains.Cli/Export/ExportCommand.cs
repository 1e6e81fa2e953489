using System.CommandLine;

namespace CxGrains.Cli.Export;

/// <summary><c>cx export</c>: what can be taken out.</summary>
internal static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var command = new Command("export", "Writes lists as CSV or NDJSON.");
        command.Subcommands.Add(ExportCustomersCommand.Create(console));
        return command;
    }
}
