<?php

return [
    'url' => env('SETOR_URL', 'http://127.0.0.1:4040'),
    'token' => env('SETOR_TOKEN', ''),
];
