namespace Payshift.Tests.Dashboard.Browser;

/// <summary>The look of the page: colours, and a screen of 1280 by 800 or a phone of 390 by 844.</summary>
public enum Look
{
    Light,
    Dark,
    LightPhone,
    DarkPhone,
}
