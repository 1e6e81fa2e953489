using CxGrains.Domain.Interactions;

namespace CxGrains.Domain.Tests.Scores.Churn;

/// <summary>A customer of the table.</summary>
internal sealed record TelcoCustomer(string Id, Trait[] Traits, bool HasLeft);
