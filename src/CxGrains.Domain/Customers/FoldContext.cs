namespace CxGrains.Domain.Customers;

/// <summary>What a record brings along besides its content.</summary>
/// <param name="Position">Where it stands in its partition's log.</param>
/// <param name="NowMs">The log's clock at the record, Unix milliseconds UTC: its receive time, never going back.</param>
/// <param name="IsNews">Whether what it reveals may raise an alert; false for imports and redefinitions.</param>
/// <param name="Rules">What the workspace has defined at this position.</param>
/// <param name="Sources">Shares timeline sources.</param>
public readonly record struct FoldContext(Position Position, long NowMs, bool IsNews, WorkspaceRules Rules, TimelineSources Sources);
