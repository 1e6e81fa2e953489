namespace CxGrains.Web.Users;

/// <summary>Tells the person who started a demo how to sign in as one of its users.</summary>
public interface IDemoUsersSink
{
    /// <summary>Shows the names and the password that all of them have until the next start.</summary>
    void Show(IReadOnlyList<string> names, string password);
}
