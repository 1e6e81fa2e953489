namespace CxGrains.Web.Keys;

/// <summary>Prints the first key to standard output, and not to a log, which others may keep and read.</summary>
internal sealed class ConsoleFirstKeySink : IFirstKeySink
{
    public void Show(string key)
    {
        Console.WriteLine($"The first key (admin, workspace default). It is shown only this once: {key}");
        Console.Out.Flush();
    }
}
