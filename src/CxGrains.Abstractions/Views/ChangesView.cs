namespace CxGrains.Abstractions.Views;

/// <summary>
/// The change of a population's scores against the window before. Of the workspace all answers; of a segment each member's latest one,
/// in the window it was given in.
/// </summary>
/// <param name="Nps">NPS, in points.</param>
/// <param name="Csat">CSAT, in percentage points.</param>
/// <param name="Ces">The mean of CES, in steps of its scale.</param>
public sealed record ChangesView(ChangeView Nps, ChangeView Csat, ChangeView Ces);
