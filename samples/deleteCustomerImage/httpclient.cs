using System.Net.Http.Headers;
using System.Text;

using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:4010") };
var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes("demo-user:demo-password"));
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);

var response = await http.DeleteAsync("/v2/customers/564703420/deleteImage?image_ids=0&image_ids=2");
response.EnsureSuccessStatusCode();
Console.WriteLine(await response.Content.ReadAsStringAsync());
