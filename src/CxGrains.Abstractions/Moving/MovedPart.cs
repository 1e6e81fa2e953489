using System.Text.Json.Serialization;

namespace CxGrains.Abstractions.Moving;

/// <summary>A part of a data directory on its way into a cluster; one line of JSON, which tells parts apart by <c>kind</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MovedWorkspace), "workspace")]
[JsonDerivedType(typeof(MovedKey), "key")]
[JsonDerivedType(typeof(MovedCustomer), "customer")]
[JsonDerivedType(typeof(MovedShard), "shard")]
[JsonDerivedType(typeof(MovedQuarantine), "quarantine")]
[JsonDerivedType(typeof(MovedHead), "head")]
public abstract record MovedPart;
