namespace CxGrains.Domain.Segments.Rules;

/// <summary>How a leaf compares; the names in lower case are the JSON's.</summary>
internal enum RuleOperator
{
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    In,
    Contains,
    Exists,
}
