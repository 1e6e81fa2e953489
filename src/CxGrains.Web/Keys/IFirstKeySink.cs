namespace CxGrains.Web.Keys;

/// <summary>Shows the first key to the person who started the program. It is the only time that anyone can see it.</summary>
public interface IFirstKeySink
{
    /// <summary>Shows the key.</summary>
    void Show(string key);
}
