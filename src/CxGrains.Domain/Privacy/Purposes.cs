namespace CxGrains.Domain.Privacy;

/// <summary>The purposes of consent that this system acts upon. Any other may be stated too, and is only kept.</summary>
public static class Purposes
{
    /// <summary>Being profiled: scores, timeline, risk alerts, segments, and what the models learn.</summary>
    public const string Analytics = "analytics";

    /// <summary>Being written to or called.</summary>
    public const string Contact = "contact";

    /// <summary>Being quoted to others.</summary>
    public const string Testimonial = "testimonial";

    /// <summary>How the trait begins that keeps a purpose's last word.</summary>
    public const string TraitPrefix = "consent.";

    /// <summary>All of them, in the order they are shown.</summary>
    public static readonly IReadOnlyList<string> All = [Analytics, Contact, Testimonial];

    /// <summary>The traits that keep them.</summary>
    private static readonly string[] Traits = [.. All.Select(purpose => TraitPrefix + purpose)];

    /// <summary>Whether a trait keeps one of them, and so must find room however many traits there are.</summary>
    public static bool IsKeptBy(string trait) => trait.StartsWith(TraitPrefix, StringComparison.Ordinal) && Array.IndexOf(Traits, trait) >= 0;
}
