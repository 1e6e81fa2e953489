using CxGrains.Domain.Surveys;

namespace CxGrains.Domain.Customers;

/// <summary>An answer as kept with its customer, so that an edit can withdraw it.</summary>
/// <param name="Contribution">What it contributes to its survey.</param>
/// <param name="Revision">Its revision.</param>
/// <param name="Interaction">The fingerprint of the interaction that brought it; breaks ties of revision.</param>
public sealed record KeptAnswer(AnswerContribution Contribution, int Revision, ulong Interaction)
{
    /// <summary>Whether this replaces another version of the same response.</summary>
    public bool Replaces(KeptAnswer other) => Revision != other.Revision ? Revision > other.Revision : Interaction > other.Interaction;

    /// <summary>Whether this was answered after another answer; ties go by key.</summary>
    public bool IsNewerThan(KeptAnswer other) =>
        Contribution.AtMs != other.Contribution.AtMs ? Contribution.AtMs > other.Contribution.AtMs : Contribution.Key > other.Contribution.Key;
}
