using CxGrains.Abstractions;

namespace CxGrains.Embedded.Storage;

/// <summary>The database refused or failed. A full or failing disk may come back, so that whoever asked may ask again.</summary>
/// <param name="message">What was asked and what SQLite answered.</param>
public sealed class StorageException(string message) : UnavailableException(message, RetryAfterSecondsDefault)
{
    private const int RetryAfterSecondsDefault = 5;
}
