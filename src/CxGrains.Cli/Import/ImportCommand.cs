using System.CommandLine;
using CxGrains.Cli.Import.Files;
using CxGrains.Cli.Import.Mapping;

namespace CxGrains.Cli.Import;

/// <summary><c>cx import</c>: its options and help.</summary>
internal sealed class ImportCommand : Command, ICommandWithExamples
{
    private readonly Argument<string> _file = new("file") { Description = "The file to send." };

    private readonly ServerOptions _server = new();

    private readonly Option<FileFormat> _format = new("--format", "-f")
    {
        Description = "csv (any delimiter), ndjson (a JSON object a line), or auto: told from the name and the first character.",
        DefaultValueFactory = _ => FileFormat.Auto,
    };

    private readonly Option<string?> _type = new("--type", "-t")
    {
        Description = "Type of the interactions that do not bring one: purchase, visit, identify, survey_response, ...",
    };

    private readonly Option<string[]> _map = new("--map", "-m")
    {
        Description = $"Which column (or JSON field) fills which field: FIELD=COLUMN,FIELD=COLUMN. Fields: {FieldTarget.Known}. "
            + "Without it, columns named like fields are those fields. With it, only what it names is sent.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _set = new("--set", "-s")
    {
        Description = "FIELD=TEXT for lines that do not fill the field themselves, such as channel=web. May be given several times.",
    };

    private readonly Option<string?> _rest = new("--rest")
    {
        Description = "traits or properties: where columns go that nothing else names. Without it they are left out.",
    };

    private readonly Option<string?> _dateFormat = new("--date-format")
    {
        Description = "How 'at' is written: a .NET format such as yyyyMMdd or 'dd.MM.yyyy HH:mm', or unix, or unix-ms. "
            + "Without it ISO 8601. Without an offset it is UTC; a date is its midnight.",
    };

    private readonly Option<string?> _delimiter = new("--delimiter", "-d")
    {
        Description = "What stands between fields: a character, tab, or whitespace for runs of blanks. Without it a comma, or a tab in a .tsv file.",
    };

    private readonly Option<bool> _noHeader = new("--no-header") { Description = "The first row is data; name the columns with --columns." };

    private readonly Option<string?> _columns = new("--columns") { Description = "Names of the columns, as a,b,c." };

    private readonly Option<string?> _idColumn = new("--id-column")
    {
        Description = "The column with the interaction's id. Without one, a line's id is the file's SHA-256 and the line number: "
            + "importing the same file again changes nothing.",
    };

    private readonly Option<string> _idTag = new("--id-tag")
    {
        Description = "Goes into ids made of line numbers. Sending a file again with another mapping needs one, or its lines count as repeats.",
        DefaultValueFactory = _ => "",
    };

    private readonly Option<int> _batch = new("--batch")
    {
        Description = $"Interactions a request, 1 to {ImportOptions.BatchLinesMax}.",
        DefaultValueFactory = _ => 1000,
    };

    private readonly Option<int> _parallel = new("--parallel")
    {
        Description = $"Requests on the way at once, 1 to {ImportOptions.ParallelMax}.",
        DefaultValueFactory = _ => 2,
    };

    private readonly Option<int> _patience = new("--patience")
    {
        Description = "Seconds a request is tried again while the server cannot be reached or fails; five times as long while it is busy.",
        DefaultValueFactory = _ => 120,
    };

    private readonly Option<bool> _live = new("--live") { Description = "The data is news, no import of the past: alerts may be sent." };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Read and check the file, show the first interactions, send nothing." };

    private readonly Option<bool> _restart = new("--restart") { Description = "Begin at the first line, whatever an earlier run has done." };

    private readonly Option<string?> _errors = new("--errors") { Description = "CSV file that lists every line that was not taken: line, id, reason." };

    private readonly Option<string?> _state = new("--state")
    {
        Description = "Directory of the resume file. Without it, beside the file as FILE.cx-resume. It is removed at the end.",
    };

    private ImportCommand()
        : base("import", "Sends a CSV or NDJSON file to a server. Stopped at any moment, the same command goes on where it was.")
    {
        Arguments.Add(_file);
        _server.AddTo(this);
        Option[] options =
        [
            _format, _type, _map, _set, _rest, _dateFormat, _delimiter, _noHeader, _columns, _idColumn, _idTag,
            _batch, _parallel, _patience, _live, _dryRun, _restart, _errors, _state,
        ];
        foreach (var option in options)
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public string Examples =>
        """
        Examples:
          cx import orders.csv --type purchase --map customer=customer_id,at=ordered_at,value=total,currency=currency --id-column order_id
          cx import cdnow_master.txt --delimiter whitespace --type purchase --date-format yyyyMMdd \
             --map customer=customer_id,at=date,value=dollar_value,properties.cds=number_of_cds
          cx import people.csv --type identify --map customer=id --rest traits
          cx import answers.csv --type survey_response --set survey=relationship --set metric=nps --map customer=who,at=when,score=score
          cx import events.ndjson --dry-run

        Exit codes:
          0  all accepted      1  some lines were not taken      2  the command line does not fit
          3  the server cannot be reached or refuses             130  stopped by Ctrl+C

        """;

    /// <summary>The command.</summary>
    public static Command Create(CliConsole console)
    {
        var command = new ImportCommand();
        command.SetAction((parsed, cancellationToken) =>
        {
            var options = command.Read(parsed, console);
            return options.IsDryRun
                ? new DryRun(options, console).RunAsync(cancellationToken)
                : new Importer(options, console).RunAsync(cancellationToken);
        });
        return command;
    }

    private ImportOptions Read(ParseResult parsed, CliConsole console)
    {
        var isDryRun = parsed.GetValue(_dryRun);
        return new ImportOptions
        {
            File = parsed.GetValue(_file)!,
            Url = _server.Url(parsed),
            Key = isDryRun ? _server.Key(parsed, console) ?? "" : _server.RequiredKey(parsed, console),
            Format = parsed.GetValue(_format),
            Delimiter = parsed.GetValue(_delimiter) is "tab" or "\\t" ? "\t" : parsed.GetValue(_delimiter),
            HasHeader = !parsed.GetValue(_noHeader),
            Columns = parsed.GetValue(_columns)?.Split(',', StringSplitOptions.TrimEntries),
            Map = ReadMap(parsed),
            IdTag = parsed.GetValue(_idTag)!,
            BatchLines = InRange(parsed, _batch, ImportOptions.BatchLinesMax),
            Parallel = InRange(parsed, _parallel, ImportOptions.ParallelMax),
            IsLive = parsed.GetValue(_live),
            IsDryRun = isDryRun,
            IsRestart = parsed.GetValue(_restart),
            ErrorsFile = parsed.GetValue(_errors),
            StateDirectory = parsed.GetValue(_state),
            Patience = TimeSpan.FromSeconds(InRange(parsed, _patience, (int)TimeSpan.FromDays(7).TotalSeconds)),
        };
    }

    private FieldMap ReadMap(ParseResult parsed)
    {
        var instants = new InstantReader(parsed.GetValue(_dateFormat));
        var columns = FieldPair.ParseAll("--map", parsed.GetValue(_map) ?? [], ',').ToList();
        if (parsed.GetValue(_idColumn) is { } idColumn)
        {
            if (columns.Exists(pair => pair.Target == FieldTarget.Id))
            {
                throw new UsageException($"--id-column {idColumn}: --map names the id's column too");
            }

            columns.Add(new FieldPair(FieldTarget.Id, idColumn));
        }

        var constants = FieldPair.ParseAll("--set", parsed.GetValue(_set) ?? [], separator: null).ToList();
        if (parsed.GetValue(_type) is { } type)
        {
            constants.RemoveAll(pair => pair.Target == FieldTarget.Type);
            constants.Add(new FieldPair(FieldTarget.Type, type));
        }

        // A constant that does not fit is a fault of the command line, not of every line of the file.
        foreach (var constant in constants)
        {
            ConstantField.JsonOf(constant, instants);
        }

        return new FieldMap { Columns = columns, Constants = constants, Rest = ReadRest(parsed), Instants = instants };
    }

    private FieldGroup? ReadRest(ParseResult parsed) => parsed.GetValue(_rest) switch
    {
        null => null,
        "traits" => FieldGroup.Traits,
        "properties" => FieldGroup.Properties,
        var other => throw new UsageException($"--rest {other}: write traits or properties"),
    };

    private static int InRange(ParseResult parsed, Option<int> option, int max) => parsed.GetValue(option) is var value && value >= 1 && value <= max
        ? value
        : throw new UsageException($"{option.Name} {value}: from 1 to {max}");
}
