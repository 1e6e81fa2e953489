using CxGrains.Cluster.Customers;
using CxGrains.Domain.Customers;

namespace CxGrains.Cluster.Partitions;

/// <summary>What a customer announced at a position.</summary>
/// <param name="Customer">The customer; one without an id for what is of none.</param>
/// <param name="Record">What it announced it of; null for what is of none.</param>
/// <param name="Kept">Its bytes, for the shards.</param>
/// <param name="Announcement">What it says.</param>
internal readonly record struct Announced(EntityKey Customer, CustomerRecord? Record, KeptAnnouncement Kept, Announcement Announcement);
