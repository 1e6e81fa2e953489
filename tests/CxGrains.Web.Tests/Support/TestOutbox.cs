using CxGrains.Embedded.Delivery;
using Microsoft.Extensions.Logging.Abstractions;

namespace CxGrains.Web.Tests.Support;

/// <summary>The embedded runtime's outbox, in a directory of its own.</summary>
internal sealed class TestOutbox : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("cx-outbox-");

    public TestOutbox(TimeProvider time)
    {
        Outbox = new EmbeddedOutbox(time, NullLogger<EmbeddedOutbox>.Instance);
        Outbox.Open(Path.Combine(_directory.FullName, EmbeddedOutbox.FileName));
    }

    public EmbeddedOutbox Outbox { get; }

    public void Dispose()
    {
        Outbox.Dispose();
        _directory.Delete(recursive: true);
    }
}
