namespace CxGrains.Domain;

/// <summary>An input field that is missing, of the wrong type or outside its limit.</summary>
/// <param name="field">The field's path as the sender wrote it, such as <c>rule.all[0].op</c>.</param>
/// <param name="problem">What is wrong, with the value and the limit.</param>
public sealed class InvalidFieldException(string field, string problem) : CxException($"{field}: {problem}")
{
    /// <summary>The field's path.</summary>
    public string Field { get; } = field;

    /// <summary>What is wrong, without the field.</summary>
    public string Problem { get; } = problem;
}
