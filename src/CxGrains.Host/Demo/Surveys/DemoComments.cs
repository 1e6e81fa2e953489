namespace CxGrains.Host.Demo.Surveys;

/// <summary>What customers write beside a score.</summary>
internal static class DemoComments
{
    private static readonly string[] GoodRelationship =
    [
        "Lovely quality, and the planner saved us a weekend.", "I have sent three friends your way already.", "Always friendly, always on time.",
        "The team knows our rooms by now. Great partner.", "Best linen I have found anywhere.", "Simple, honest, beautiful. Keep going.",
    ];

    private static readonly string[] MiddlingRelationship =
    [
        "Nice things, but shipping is a bit slow.", "Good overall. Prices went up a lot this year.", "The shop is fine, the search could be better.",
        "Happy with the products, less with the packaging.", "Fine for us. A bulk discount would help.",
    ];

    private static readonly string[] BadRelationship =
    [
        "Two late deliveries in a row.", "Nobody answers my e-mails.", "The quality is not what it was.", "We are looking at other suppliers.",
        "Too hard to return something.", "Invoices are wrong every other month.",
    ];

    private static readonly string[] GoodPurchase =
    [
        "Smooth checkout and quick delivery.", "Exactly as in the pictures.", "Ordered in two minutes.", "Well packed, nothing broken.", "The delivery people were great.",
    ];

    private static readonly string[] MiddlingPurchase =
        ["Nice, but the box was damaged.", "Colour is a little darker than shown.", "Took a week longer than promised.", "OK, though paying took several tries."];

    private static readonly string[] BadPurchase =
        ["Arrived broken.", "Wrong item in the parcel.", "Charged twice, still waiting for the refund.", "Delivery was cancelled without a word."];

    private static readonly string[] GoodSupport =
        ["Solved in one call.", "Quick and kind, thank you.", "They sent a replacement the same day.", "Did not have to explain twice."];

    private static readonly string[] MiddlingSupport =
        ["It worked out in the end.", "Helpful, but I waited a while.", "Needed two e-mails to get there."];

    private static readonly string[] BadSupport =
        ["Explained my problem four times to four people.", "Still not solved.", "The chat kept closing on me.", "Three weeks for a spare screw."];

    private static readonly string[] Incident =
    [
        "The app froze when I tried to pay.", "Checkout in the app kept spinning, I gave up.", "Paid twice because the app showed an error.",
        "The app lost my basket at the last step.", "Could not pay on my phone all weekend.",
    ];

    /// <summary>A comment that fits.</summary>
    /// <param name="random">Chooses.</param>
    /// <param name="survey">The survey's id.</param>
    /// <param name="tone">As <see cref="DemoScores.ToneOf"/> gives it.</param>
    /// <param name="isIncident">Whether the checkout incident was met.</param>
    public static string Pick(DemoRandom random, string survey, int tone, bool isIncident) => random.Pick((survey, tone) switch
    {
        (not DemoSurveys.SupportEase, < 1) when isIncident => Incident,
        (DemoSurveys.Relationship, 1) => GoodRelationship,
        (DemoSurveys.Relationship, 0) => MiddlingRelationship,
        (DemoSurveys.Relationship, _) => BadRelationship,
        (DemoSurveys.AfterPurchase, 1) => GoodPurchase,
        (DemoSurveys.AfterPurchase, 0) => MiddlingPurchase,
        (DemoSurveys.AfterPurchase, _) => BadPurchase,
        (_, 1) => GoodSupport,
        (_, 0) => MiddlingSupport,
        _ => BadSupport,
    });
}
