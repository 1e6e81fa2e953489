namespace CxGrains.Host.Demo.Company;

/// <summary>A business that several customers buy for.</summary>
/// <param name="Name">Its name, which is also its id.</param>
/// <param name="Domain">Its e-mail domain, under a top level that is reserved for examples (RFC 2606).</param>
/// <param name="Plan">Its plan: <c>pro</c> or <c>enterprise</c>.</param>
/// <param name="RenewsInDays">Days from the demo's start to the day its yearly contract renews; below 0 where that passed and nobody renewed.</param>
internal sealed record DemoAccount(string Name, string Domain, string Plan, int RenewsInDays);
