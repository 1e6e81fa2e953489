using System.Globalization;
using CsvHelper;

namespace CxGrains.Cli.Import.Reporting;

/// <summary>Reports lines that were not taken: the first few on the console, all of them in a file where one is stated.</summary>
internal sealed class BadLineLog : IDisposable
{
    /// <summary>Lines shown on the console.</summary>
    public const int ShownMax = 20;

    private readonly IImportView _view;
    private readonly CsvWriter? _file;
    private long _count;

    /// <summary>Opens the log.</summary>
    /// <param name="view">Shows the first lines.</param>
    /// <param name="path">The file; null for none.</param>
    /// <param name="append">Whether an earlier run of the same import has begun it.</param>
    public BadLineLog(IImportView view, string? path, bool append)
    {
        _view = view;
        if (path is null)
        {
            return;
        }

        var isNew = !append || !File.Exists(path);
        _file = new CsvWriter(new StreamWriter(path, append), CultureInfo.InvariantCulture);
        if (isNew)
        {
            Write("line", "id", "reason");
        }
    }

    /// <summary>Reports a line.</summary>
    public void Add(long line, string? id, string reason)
    {
        _count++;
        if (_count <= ShownMax)
        {
            _view.Say($"line {line}: {reason}");
        }
        else if (_count == ShownMax + 1)
        {
            _view.Say(_file is null
                ? $"further bad lines are counted only; --errors FILE lists them all"
                : $"further bad lines are listed in the errors file only");
        }

        Write(line.ToString(CultureInfo.InvariantCulture), id ?? "", reason);
    }

    /// <summary>Makes sure that what was reported is in the file.</summary>
    public void Flush() => _file?.Flush();

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private void Write(string line, string id, string reason)
    {
        if (_file is null)
        {
            return;
        }

        _file.WriteField(line);
        _file.WriteField(id);
        _file.WriteField(reason);
        _file.NextRecord();
    }
}
