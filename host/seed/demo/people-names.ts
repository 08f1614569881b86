/** First names that people call each other by, and the customers they speak of. All made up. */
export const COLLEAGUES: readonly string[] =
  'Terry Kev Ali Danny Sunil Mehmet Andrei Tomek Jan Linda Joy Rosa Frank Willem Gert Marijke Anneka Bob Darren Chloe Oksana Piotr Luis Hamza Femi Siobhan Niall Gareth Rhys Becky Stan Moses Iris Dmitri Paulo Yusuf Hetty Barry Colin Asha'.split(' ');

export const CUSTOMERS: readonly string[] = [
  'Mrs Hallam', 'Mrs Adair', 'Mr Petrov', 'the care home', 'the school', 'Mrs O’Dowd', 'the letting agent', 'the golf club', 'Mr Singh', 'the bakery',
  'the vicar', 'Mrs Nakamura', 'the housing association', 'the dentist', 'Mr Featherstone', 'the hotel', 'the nursery', 'Mrs Brandt', 'the brewery', 'the town hall',
  'Mr Oyelaran', 'the surgery', 'the supermarket', 'Mrs Costa', 'the yacht club', 'the museum', 'Mr Larsen', 'the cinema', 'the property manager', 'Mrs Whitby',
];

export const TOWNS: readonly string[] =
  'Ashwell Barrowby Castleford Dunmow Eastry Farnsfield Glenbrook Harrowgate Ilminster Kirkwall Lowestoft Marston Newbridge Oakham Penrith Quorn Ripley Saltash Thirsk Ulverston Wadebridge Yarm Brookline Cedarville Mapleton Portlorne Galway Ballina Sligo Dubbo'.split(' ');

export const DEVICES: readonly string[] = [
  'an old Galaxy', 'a Pixel 6', 'an iPhone 12', 'an iPhone SE', 'a rugged Android phone', 'a Galaxy A14', 'a Motorola', 'a Pixel 8', 'an Xperia', 'an iPhone 14', 'a cheap tablet', 'a Nokia',
];

export const DAYS: readonly string[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
