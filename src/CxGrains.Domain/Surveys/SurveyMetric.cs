namespace CxGrains.Domain.Surveys;

/// <summary>What a survey measures. The numbers are stored; never renumber.</summary>
public enum SurveyMetric : byte
{
    /// <summary>Net Promoter Score, 0 to 10.</summary>
    Nps = 0,

    /// <summary>Customer satisfaction, 1 to a stated scale; the top two boxes count as satisfied.</summary>
    Csat = 1,

    /// <summary>Customer Effort Score, 1 to 7, 7 the easiest.</summary>
    Ces = 2,

    /// <summary>A plain rating, 1 to a stated scale.</summary>
    Rating = 3,
}
