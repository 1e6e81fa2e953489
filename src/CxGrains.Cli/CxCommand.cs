using System.CommandLine;
using CxGrains.Cli.Export;
using CxGrains.Cli.Import;
using CxGrains.Cli.Move;

namespace CxGrains.Cli;

/// <summary>The <c>cx</c> command line.</summary>
internal static class CxCommand
{
    /// <summary>Runs a command line and gives its exit code, one of <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args, CliConsole console, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Sends customer-experience data to CxGrains and takes lists out of it.");
        root.Subcommands.Add(ImportCommand.Create(console));
        root.Subcommands.Add(ExportCommand.Create(console));
        root.Subcommands.Add(MoveCommand.Create(console));
        HelpWithExamples.ReplaceHelpOf(root);

        var parsed = root.Parse(args);
        var configuration = new InvocationConfiguration
        {
            Output = console.Out,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
        };

        try
        {
            var code = await parsed.InvokeAsync(configuration, cancellationToken);
            return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
        }
        catch (CliException exception)
        {
            await console.Error.WriteLineAsync($"cx: {exception.Message}");
            return exception.ExitCode;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A file that cannot be read or written: its message names the path, a stack trace would help nobody.
            await console.Error.WriteLineAsync($"cx: {exception.Message}");
            return ExitCode.Usage;
        }
    }
}
