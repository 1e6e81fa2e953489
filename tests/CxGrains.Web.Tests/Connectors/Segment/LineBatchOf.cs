using System.Text;
using CxGrains.Web.Connectors;
using CxGrains.Web.Ingest;
using Microsoft.Extensions.Options;

namespace CxGrains.Web.Tests.Connectors.Segment;

/// <summary>Lines that a mapper writes, without a server.</summary>
internal sealed class LineBatchOf : IDisposable
{
    public LineBatch Lines { get; } = new(new IngestBudget(Options.Create(new WebOptions())));

    public string Text(int line) => Encoding.UTF8.GetString(Lines.Bytes.Span[Lines.Lines[line]]);

    public void Dispose() => Lines.Dispose();
}
