namespace CxGrains.Abstractions.Views;

/// <summary>The tickets of one channel.</summary>
/// <param name="Name">The channel; <c>none</c> where tickets name none, <c>other</c> past 32 names.</param>
/// <param name="Tickets">Its tickets.</param>
public sealed record ChannelTicketsView(string Name, TicketsView Tickets);
