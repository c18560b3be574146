using System.Net.Http.Headers;
using System.Text;

using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:4010") };
var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes("demo-user:demo-password"));
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);

var response = await http.GetAsync("/v2/customers/565039505?embed=CUSTOMERIMAGE&source=INSTORE");
response.EnsureSuccessStatusCode();
Console.WriteLine(await response.Content.ReadAsStringAsync());
