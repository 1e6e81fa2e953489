namespace CxGrains.Domain;

/// <summary>The root of every error this system raises on purpose.</summary>
public class CxException : Exception
{
    /// <summary>An error with a message that holds the offending value and the limit.</summary>
    public CxException(string message)
        : base(message)
    {
    }

    /// <summary>An error caused by another one; null where there is none to tell of.</summary>
    public CxException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
