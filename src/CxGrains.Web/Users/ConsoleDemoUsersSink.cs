namespace CxGrains.Web.Users;

/// <summary>Prints to standard output, and not to a log, which others may keep and read.</summary>
internal sealed class ConsoleDemoUsersSink : IDemoUsersSink
{
    public void Show(IReadOnlyList<string> names, string password)
    {
        Console.WriteLine($"To see what others see, sign in as one of {string.Join(", ", names)} with the password {password} (another one at each start).");
        Console.Out.Flush();
    }
}
