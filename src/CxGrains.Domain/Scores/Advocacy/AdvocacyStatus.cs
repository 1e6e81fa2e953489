namespace CxGrains.Domain.Scores.Advocacy;

/// <summary>Whether a customer recommends, in word and deed.</summary>
public enum AdvocacyStatus
{
    /// <summary>No NPS answer of the last <see cref="AdvocacyRules.AnswerDaysMax"/> UTC days.</summary>
    NotEnoughData = 0,

    /// <summary>The latest answer is 0 to 6.</summary>
    Detractor = 1,

    /// <summary>The latest answer is 7 or 8.</summary>
    Passive = 2,

    /// <summary>The latest answer is 9 or 10: it says that it would recommend.</summary>
    Promoter = 3,

    /// <summary>A promoter who did: a referral or a review of the last <see cref="AdvocacyRules.ActDaysMax"/> UTC days.</summary>
    Advocate = 4,
}
