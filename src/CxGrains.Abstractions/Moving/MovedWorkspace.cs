using CxGrains.Domain.Surveys;

namespace CxGrains.Abstractions.Moving;

/// <summary>A workspace with its definitions.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The display name; null where there are definitions only.</param>
/// <param name="Surveys">The surveys, with their versions.</param>
/// <param name="Segments">The segments as <see cref="Domain.Segments.SegmentJson"/> writes them, with slots and versions.</param>
/// <param name="Settings">The settings as stored; null where nothing was decided.</param>
/// <param name="Model">The churn model as last published, in the domain's encoding; null for none.</param>
/// <param name="AlertRules">The alert rules as stored; null where none were defined.</param>
public sealed record MovedWorkspace(string Id, string? Name, IReadOnlyList<SurveyDefinition> Surveys, IReadOnlyList<string> Segments, string? Settings, byte[]? Model, string? AlertRules = null) : MovedPart;
