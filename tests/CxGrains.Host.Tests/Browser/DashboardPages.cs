using static CxGrains.Host.Tests.Browser.DashboardPage;

namespace CxGrains.Host.Tests.Browser;

/// <summary>Every page there is. <see cref="DashboardPagesTests"/> holds it against the page's own router.</summary>
internal static class DashboardPages
{
    /// <summary>An address that is none.</summary>
    public const string Nowhere = "/nowhere";

    /// <summary>Every page, some in several states.</summary>
    public static IReadOnlyList<DashboardPage> All { get; } =
    [
        new("/"),
        new("/?segment=pro&window=90d", IsOfOne: true),
        new("/customers"),
        new("/customers?rule=%7B%22field%22%3A%22churn.band%22%2C%22op%22%3A%22eq%22%2C%22value%22%3A%22high%22%7D"),
        new("/customers/ada", IsOfOne: true) { Opens = ".privacy-deeds .danger" },
        new("/accounts"),
        new("/accounts/Engines%20Ltd", IsOfOne: true),
        new("/insights"),
        new("/surveys"),
        new("/surveys/relationship", IsOfOne: true),
        new("/surveys/new", Manage),
        new("/surveys/relationship/edit", Manage, IsOfOne: true),
        new("/segments"),
        new("/segments/pro", IsOfOne: true),
        new("/segments/new", Manage),
        new("/segments/pro/edit", Manage, IsOfOne: true),
        new("/alerts"),
        new("/alerts/rules"),
        new("/alerts/rules/survey-fell", IsOfOne: true),
        new("/alerts/rules/segment-moved", IsOfOne: true),
        new("/alerts/rules/goal-behind", IsOfOne: true),
        new("/alerts/rules/new", Manage),
        new("/destinations", Manage),
        new("/destinations/on-call", Manage, IsOfOne: true),
        new("/destinations/on-call/edit", Manage, IsOfOne: true),
        new("/destinations/new", Manage),
        new("/reports", Manage),
        new("/reports/board", Manage, IsOfOne: true),
        new("/reports/board/edit", Manage, IsOfOne: true),
        new("/reports/new", Manage),
        new("/model"),
        new("/connections"),
        new("/settings"),
        new("/settings/walls", Manage),
        new("/settings/users", Admin),
        new("/settings/keys", Admin),
        new("/account"),
        new("/audit", Admin),
        new(Nowhere),
    ];
}
