using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace CxGrains.Cli;

/// <summary>The usual help, followed by the examples of the command it is asked of.</summary>
internal sealed class HelpWithExamples(SynchronousCommandLineAction usual) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ICommandWithExamples { Examples: var examples })
        {
            parseResult.InvocationConfiguration.Output.WriteLine(examples);
        }

        return code;
    }

    /// <summary>Lets the help option of a root command show examples.</summary>
    public static void ReplaceHelpOf(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            if (option.Action is SynchronousCommandLineAction usual)
            {
                option.Action = new HelpWithExamples(usual);
            }
        }
    }
}
