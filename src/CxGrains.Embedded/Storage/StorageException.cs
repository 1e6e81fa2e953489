using CxGrains.Domain;

namespace CxGrains.Embedded.Storage;

/// <summary>The database refused or failed.</summary>
/// <param name="message">What was asked and what SQLite answered.</param>
public sealed class StorageException(string message) : CxException(message);
