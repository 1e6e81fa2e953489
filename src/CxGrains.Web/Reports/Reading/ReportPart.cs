namespace CxGrains.Web.Reports.Reading;

/// <summary>By what answers are told apart.</summary>
internal enum ReportPart
{
    /// <summary>By survey and, within it, by channel.</summary>
    Survey,

    /// <summary>By channel.</summary>
    Channel,

    /// <summary>By touchpoint.</summary>
    Touchpoint,
}
