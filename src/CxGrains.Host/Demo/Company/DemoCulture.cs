namespace CxGrains.Host.Demo.Company;

/// <summary>A country with names that are common there.</summary>
/// <param name="Country">ISO 3166-1 code.</param>
/// <param name="Weight">Its share of the customers, relative to the others.</param>
/// <param name="UtcHours">Its usual offset from UTC.</param>
/// <param name="Given">Given names.</param>
/// <param name="Family">Family names.</param>
internal sealed record DemoCulture(string Country, double Weight, int UtcHours, string[] Given, string[] Family);
