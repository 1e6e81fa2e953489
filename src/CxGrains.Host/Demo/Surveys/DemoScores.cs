namespace CxGrains.Host.Demo.Surveys;

/// <summary>Turns a feeling into the score a customer gives.</summary>
internal static class DemoScores
{
    // Share in percent of each score, lowest first, among customers without an incident: NPS 41, 86 % satisfied, effort 5.5.
    private static readonly double[] Nps = [0.8, 0.5, 0.8, 1.4, 1.8, 3.9, 5.3, 11.0, 19.0, 28.5, 27.0];
    private static readonly double[] Csat = [2.5, 3.5, 7.5, 35.5, 51.0];
    private static readonly double[] Ces = [2.0, 3.0, 6.0, 10.0, 20.0, 32.0, 27.0];

    /// <summary>The score on a survey's scale.</summary>
    /// <param name="survey">The survey's id.</param>
    /// <param name="feeling">Mean 0 and deviation 1 over all customers.</param>
    public static int Of(string survey, double feeling)
    {
        var (shares, lowest) = survey switch
        {
            DemoSurveys.Relationship => (Nps, 0),
            DemoSurveys.AfterPurchase => (Csat, 1),
            DemoSurveys.SupportEase => (Ces, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(survey), survey, "no survey of the demo"),
        };

        var left = NormalShareBelow(feeling) * shares.Sum();
        for (var index = 0; index < shares.Length - 1; index++)
        {
            left -= shares[index];
            if (left < 0)
            {
                return lowest + index;
            }
        }

        return lowest + shares.Length - 1;
    }

    /// <summary>How good a score is: -1 bad, 0 middling, 1 good.</summary>
    public static int ToneOf(string survey, int score) => survey switch
    {
        DemoSurveys.Relationship => score >= 9 ? 1 : score >= 7 ? 0 : -1,
        DemoSurveys.AfterPurchase => score >= 4 ? 1 : score == 3 ? 0 : -1,
        _ => score >= 6 ? 1 : score >= 4 ? 0 : -1,
    };

    // Logistic approximation of the normal distribution (Bowling et al. 2009), within 0.0002.
    private static double NormalShareBelow(double x) => 1 / (1 + Math.Exp(-((0.07056 * x * x * x) + (1.5976 * x))));
}
