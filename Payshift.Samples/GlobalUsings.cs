global using Payshift.Core.Webhooks;
global using System.Globalization;
global using System.Text;
