namespace CxGrains.Web.Ingest;

/// <summary>An interaction that was not accepted.</summary>
/// <param name="Index">Its place in the request, from 0; in NDJSON empty lines do not count.</param>
/// <param name="Id">The id it was sent with, where it could be read.</param>
/// <param name="Field">The field at fault.</param>
/// <param name="Error">What is wrong, with the value and the limit.</param>
internal sealed record Rejection(int Index, string? Id, string Field, string Error);
