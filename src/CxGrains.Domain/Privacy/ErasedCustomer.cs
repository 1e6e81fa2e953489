namespace CxGrains.Domain.Privacy;

/// <summary>What is remembered of a customer that was erased, besides its id.</summary>
/// <param name="Emails">Its e-mail addresses, so that what is stored elsewhere is found; kept as salted hashes.</param>
/// <param name="UntilMs">Until when nothing may bring it back, Unix milliseconds UTC.</param>
public sealed record ErasedCustomer(IReadOnlyList<string> Emails, long UntilMs);
