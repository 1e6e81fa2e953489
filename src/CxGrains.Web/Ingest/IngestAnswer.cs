namespace CxGrains.Web.Ingest;

/// <summary>The answer to accepted interactions.</summary>
/// <param name="Accepted">Interactions that are durable and will have their effect exactly once; repeats of an id count here and have none.</param>
/// <param name="Rejected">The first of those that were not accepted.</param>
/// <param name="RejectedCount">How many were not accepted.</param>
/// <param name="Position">Where they stand in the log.</param>
/// <param name="Applied">With <c>wait=applied</c>, whether queries made now include them.</param>
internal sealed record IngestAnswer(int Accepted, IReadOnlyList<Rejection> Rejected, int RejectedCount, string Position, bool? Applied);
