namespace CxGrains.Domain.Surveys;

/// <summary>The published ways of summing up Customer Effort answers. The numbers are stored; never renumber.</summary>
public enum CesMethod : byte
{
    /// <summary>The mean of the 1 to 7 answers.</summary>
    Mean = 0,

    /// <summary>The share of answers that agree the company made it easy (5, 6 or 7).</summary>
    Agree = 1,
}
