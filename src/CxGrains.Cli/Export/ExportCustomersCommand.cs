using System.CommandLine;

namespace CxGrains.Cli.Export;

/// <summary><c>cx export customers</c>: its options and help.</summary>
internal sealed class ExportCustomersCommand : Command, ICommandWithExamples
{
    private readonly ServerOptions _server = new();

    private readonly Option<ExportFormat> _format = new("--format", "-f")
    {
        Description = "csv or ndjson. In csv a text that a spreadsheet would take for a formula gets an apostrophe before it; ndjson is exact.",
        DefaultValueFactory = _ => ExportFormat.Csv,
    };

    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file to write. Without it, standard output." };

    private readonly Option<string?> _search = new("--search") { Description = "Only customers whose id, name, e-mail or account holds this text." };

    private readonly Option<string?> _band = new("--band") { Description = "Only this risk band: low, medium or high." };

    private readonly Option<string?> _segment = new("--segment") { Description = "Only members of this segment." };

    private readonly Option<string?> _account = new("--account") { Description = "Only this account." };

    private ExportCustomersCommand()
        : base("customers", "Writes the customers with their scores as they stand now.")
    {
        _server.AddTo(this);
        Option[] options = [_format, _output, _search, _band, _segment, _account];
        foreach (var option in options)
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public string Examples =>
        """
        Examples:
          cx export customers --output customers.csv
          cx export customers --band high --format ndjson | head

        """;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var command = new ExportCustomersCommand();
        command.SetAction((parsed, cancellationToken) => command.RunAsync(parsed, console, cancellationToken));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CliConsole console, CancellationToken cancellationToken)
    {
        var filters = new Dictionary<string, string?>
        {
            ["search"] = parsed.GetValue(_search),
            ["band"] = parsed.GetValue(_band),
            ["segment"] = parsed.GetValue(_segment),
            ["account"] = parsed.GetValue(_account),
        };
        using var pages = new CustomerPages(_server.Url(parsed), _server.RequiredKey(parsed, console), filters);
        var path = parsed.GetValue(_output);
        await using var file = path is null ? null : new StreamWriter(path);
        var output = file ?? console.Out;
        using ICustomerWriter writer = parsed.GetValue(_format) == ExportFormat.Csv ? new CsvCustomerWriter(output) : new NdjsonCustomerWriter(output);

        var count = 0L;
        await foreach (var customer in pages.ReadAsync(cancellationToken))
        {
            writer.Write(customer);
            count++;
        }

        await output.FlushAsync(cancellationToken);
        await console.Error.WriteLineAsync($"{count:N0} customers written");
        return ExitCode.Ok;
    }
}
